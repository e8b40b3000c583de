# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A browser that keeps the address that it was opened with."""

import os
import pathlib

from session import FOLDER, wait_for

ENTRY = '''[Desktop Entry]
Type=Application
Name=Browser
Exec={} %u
MimeType=x-scheme-handler/http;x-scheme-handler/https;
'''


class Browser:
    """The session's own from now on."""

    def __init__(self):
        self.opened = FOLDER / 'opened'
        self.opened.unlink(missing_ok=True)
        program = FOLDER / 'browser'
        program.write_text(f'#!/bin/sh\necho "$1" > {self.opened}\n')
        program.chmod(0o755)
        applications = pathlib.Path(os.environ['HOME'], '.local/share/applications')
        applications.mkdir(parents=True, exist_ok=True)
        (applications / 'browser.desktop').write_text(ENTRY.format(program))
        (applications / 'mimeapps.list').write_text('[Default Applications]\n' + ''.join(
            f'x-scheme-handler/{scheme}=browser.desktop\n' for scheme in ('http', 'https')))

    def wait_for_address(self):
        wait_for(self.opened.exists, 'the browser')
        return wait_for(self.opened.read_text, 'the address').strip()
