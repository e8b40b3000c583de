# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of culprit's options for fish; what is no option is a file.

complete -c culprit -s h -l help -d 'Show help'
complete -c culprit -l version -d 'Print the version'
complete -c culprit -s w -l new-window -d 'Open a new window'
