# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The profile of the made-up project."""

PROFILE = {
    'title': 'Quill',
    'repository': 'quill/quill',
    'main_branch': 'main',
    'title_prefix': '[CI Failure]: ',
    'environment': 'Still failing on {branch} as of commit {commit}',
    'form': 'ci-failure.yml',
    'labels': ['ci-failure'],
    'fields': [
        {'label': 'Name of failing test', 'content': 'tests'},
        {'label': 'Describe the failing test', 'content': 'description'},
        {'label': 'History of failing test'},
    ],
    'board': {'organization': 'quill', 'number': 20},
    'ci': {'organization': 'quill', 'pipeline': 'ci', 'suite': 'ci-1'},
}
