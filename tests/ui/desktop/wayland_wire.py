# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""As much of Wayland's wire protocol as a virtual pointer and a virtual keyboard take.

No tool of Debian's holds a button down while it moves, or has a keyboard on which Shift works.
"""

import socket
import struct

DISPLAY, REGISTRY, FIRST_FREE = 1, 2, 3

SYNC, GET_REGISTRY = 0, 1
BIND = 0
ERROR = 0
GLOBAL = 0


def pack_string(text):
    content = text.encode() + b'\0'
    return struct.pack('=I', len(content)) + content + b'\0' * (-len(content) % 4)


class Connection:
    def __init__(self, path):
        self.globals = {}
        self.next_id = FIRST_FREE
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.settimeout(10)
        self.socket.connect(str(path))
        self.send(DISPLAY, GET_REGISTRY, REGISTRY)
        self.synchronize()

    def send(self, target, request, *numbers, descriptors=(), text=None):
        """A request with unsigned numbers; the text stands after the first of them."""
        arguments = struct.pack(f'={len(numbers)}I', *(number & 0xffffffff for number in numbers))
        if text is not None:
            arguments = arguments[:4] + pack_string(text) + arguments[4:]
        header = struct.pack('=II', target, (8 + len(arguments)) << 16 | request)
        socket.send_fds(self.socket, [header + arguments], descriptors)

    def new_id(self):
        self.next_id += 1
        return self.next_id - 1

    def bind(self, interface, version=1):
        bound = self.new_id()
        self.send(REGISTRY, BIND, self.globals[interface], version, bound, text=interface)
        return bound

    def synchronize(self):
        """Waits until the compositor has done all that it was asked, and notes what it offers."""
        callback = self.new_id()
        self.send(DISPLAY, SYNC, callback)
        while True:
            sender, word = struct.unpack('=II', self.receive(8))
            content = self.receive((word >> 16) - 8)
            if sender == callback:
                return
            if sender == DISPLAY and word & 0xffff == ERROR:
                raise ConnectionError(content)
            if sender == REGISTRY and word & 0xffff == GLOBAL:
                name, length = struct.unpack_from('=II', content)
                self.globals[content[8:8 + length - 1].decode()] = name

    def receive(self, length):
        content = b''
        while len(content) < length:
            part = self.socket.recv(length - len(content))
            if not part:
                raise ConnectionError('the compositor closed the connection')
            content += part
        return content
