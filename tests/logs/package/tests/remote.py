# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A server in a process of its own, and questions to it."""

import os
import subprocess
import sys
import time
import urllib.request


class RemoteServer:
    def __init__(self, port, pages):
        self.url = f'http://127.0.0.1:{port}'
        command = [sys.executable, '-m', 'quill.server', str(port), str(pages)]
        print(f'\nLaunching RemoteServer with: quill serve quill-small --port {port} --pages {pages}')
        print(f'Environment variables: {dict(sorted(os.environ.items()))}', flush=True)
        self.process = subprocess.Popen(command)
        self.wait()

    def wait(self):
        for _ in range(100):
            try:
                urllib.request.urlopen(self.url + '/health', timeout=1)
                return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError(f'no server at {self.url} after 5 seconds')

    def generate(self, text):
        request = urllib.request.Request(self.url + '/generate', data=text.encode())
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.read().decode()

    def close(self):
        self.process.terminate()
        self.process.wait()
        print(f'[RemoteServer] stopped, exit status {self.process.returncode}', flush=True)
