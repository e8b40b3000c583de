# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""GitHub's pages for browsers. Culprit links to them; it reads none."""

from exchange import Part, html_answer, route


class GitHub(Part):
    name = 'github'

    @route('GET', r'/([\w-]+/[\w-]+)(/.*)?')
    def page(self, request, repository, rest):
        if (
            repository == f'orgs/{self.scenario.organisation}'
            or repository == self.scenario.repository
        ):
            return html_answer(f'{repository}{rest or ""}')
        return None
