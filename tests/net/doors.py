# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What stands between a client and a service: TLS with a certificate of our own, and a proxy."""

import http.server
import select
import socket
import ssl
import subprocess
import threading

NAME = 'logs.quill.invalid'


class Door(http.server.ThreadingHTTPServer):
    """A server on loopback while it is entered; REQUESTS are those that it got, with their
    headers."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, handler):
        super().__init__(('127.0.0.1', 0), handler)
        self.requests = []

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *error):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """Clients that hang up are what is tested."""

    @property
    def port(self):
        return self.server_address[1]


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def record(self):
        self.server.requests.append((f'{self.command} {self.path}', dict(self.headers)))

    def give(self, status, body=b'', **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def make_certificate(folder, subject=f'DNS:{NAME},IP:127.0.0.1', days=2):
    """One that nobody has signed but itself: the file with it, and that with its key."""
    certificate, key = folder / 'certificate.pem', folder / 'key.pem'
    subprocess.run(
        ['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1',
         '-nodes', '-keyout', key, '-out', certificate, '-days', str(days), '-subj', f'/CN={NAME}',
         '-addext', f'subjectAltName={subject}'],
        check=True, capture_output=True)  # fmt: skip
    return certificate, key


def secret_door(certificate, key, answer):
    """A Door with TLS. ANSWER: a function of the Handler."""

    class Secret(Handler):
        def do_GET(self):
            self.record()
            answer(self)

    door = Door(Secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    # The handshake is the thread's of the connection.
    door.socket = context.wrap_socket(door.socket, server_side=True, do_handshake_on_connect=False)
    return door


class Proxy(Handler):
    """Gives a log for each address in the clear; opens a way for others to WAY, or STATUS."""

    log = b'a log from afar\n'

    def do_GET(self):
        self.record()
        self.give(self.server.status or 200, self.log, **{'Content-Type': 'text/plain'})

    def do_CONNECT(self):
        self.record()
        if self.server.status:
            self.give(self.server.status)
            return
        self.send_response(200)
        self.end_headers()
        with socket.create_connection(('127.0.0.1', self.server.way)) as other:
            pair = [self.connection, other]
            while True:
                ready, _, _ = select.select(pair, [], [], 10)
                for each in ready:
                    data = each.recv(65536)
                    if not data:
                        return
                    pair[1 - pair.index(each)].sendall(data)
                if not ready:
                    return


def proxy(way=None, status=None):
    door = Door(Proxy)
    door.way, door.status = way, status
    return door
