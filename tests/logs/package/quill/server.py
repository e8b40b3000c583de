# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""python3 -m quill.server PORT PAGES: answers POST /generate, as long as its engine lives."""

import http.server
import multiprocessing
import os
import sys
import threading
import time

from quill import output
from quill.engine import run_busy_loop


class EngineDeadError(Exception):
    pass


class EngineClient:
    def __init__(self, pages):
        self.pipe, there = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=run_busy_loop, args=(there, self.pipe, pages),
                                               daemon=True)
        self.process.start()
        there.close()
        self.pipe.recv()

    def generate(self, text):
        try:
            self.pipe.send(text)
            return self.pipe.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise EngineDeadError('EngineCore died; its own error stands further up') from None


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer(200, '')

    def do_POST(self):
        text = self.rfile.read(int(self.headers['Content-Length'])).decode()
        try:
            self.answer(200, self.server.engine.generate(text))
        except EngineDeadError:
            self.server.logger.exception('Request failed')
            self.answer(500, 'the engine is dead')
            threading.Thread(target=self.server.stop).start()

    def answer(self, status, text):
        self.send_response(status)
        self.send_header('Content-Length', str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, template, *values):
        self.server.logger.info('127.0.0.1 - ' + template, *values)


class Server(http.server.HTTPServer):
    allow_reuse_address = True

    def __init__(self, port, pages):
        self.logger = output.name_process('APIServer')
        self.logger.info('Starting Quill 0.4.1 on port %d', port)
        self.logger.info('Arguments: {"model": "quill-small", "pages": %d, "port": %d}', pages, port)
        self.engine = EngineClient(pages)
        super().__init__(('127.0.0.1', port), Handler)
        self.logger.info('Application startup complete.')

    def stop(self):
        self.server_close()
        self.logger.error('Shutting down, as the engine is dead')
        time.sleep(0.1)
        os._exit(1)


if __name__ == '__main__':
    Server(int(sys.argv[1]), int(sys.argv[2])).serve_forever()
