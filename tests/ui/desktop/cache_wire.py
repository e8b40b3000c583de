# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What org.a11y.atspi.Cache's GetItems answers, read from its bytes: GLib's own way to Python's objects takes six times as
long, and a test asks hundreds of times for hundreds of objects. The format is that of the GVariant specification 1.0,
"Serialisation Format"."""

import struct
import sys
import typing

REF_PARTS, ITEM_PARTS = 1, 6  # parts of these whose end is told, since their size is not fixed


class Told(typing.NamedTuple):
    """One accessible object."""

    ref: tuple  # name and path on the bus
    parent: tuple
    index: int  # among the parent's children that are shown
    n_children: int  # that are shown
    interfaces: tuple
    name: str
    role: int
    description: str
    states: tuple  # two words


def width_of_offsets(data):
    return 1 if len(data) < 1 << 8 else 2 if len(data) < 1 << 16 else 4


def align(at):
    return at + 3 & ~3


def read_offsets(data, first):
    """Those that stand from FIRST to the end."""
    width = width_of_offsets(data)
    return [int.from_bytes(data[at:at + width], sys.byteorder) for at in range(first, len(data), width)]


def ends_of_parts(data, count):
    """Of a tuple: the end of its first part stands last."""
    return read_offsets(data, len(data) - count * width_of_offsets(data))[::-1]


def ends_of_elements(data):
    """Of an array: where the last of them ends, the offsets begin."""
    return read_offsets(data, read_offsets(data, len(data) - width_of_offsets(data))[0]) if data else []


def read_text(data):
    return data[:-1].decode()


def read_ref(data):
    end, = ends_of_parts(data, REF_PARTS)
    return read_text(data[:end]), read_text(data[end:-REF_PARTS * width_of_offsets(data)])


def read_texts(data):
    ends = ends_of_elements(data)
    return tuple(read_text(data[start:end]) for start, end in zip([0, *ends], ends))


def read_item(data):
    item, program, parent, interfaces, name, description = ends_of_parts(data, ITEM_PARTS)
    numbers, role = align(parent), align(name)
    index, n_children = struct.unpack_from('=ii', data, numbers)
    return Told(read_ref(data[:item]), read_ref(data[program:parent]), index, n_children,
                read_texts(data[numbers + 8:interfaces]), read_text(data[interfaces:name]),
                *struct.unpack_from('=I', data, role), read_text(data[role + 4:description]),
                struct.unpack_from('=II', data, align(description)))


def read_items(answer):
    """ANSWER is a GLib.Variant (a((so)(so)(so)iiassusau))."""
    data = answer.get_child_value(0).get_data_as_bytes().get_data()
    ends = ends_of_elements(data)
    return [read_item(data[align(start):end]) for start, end in zip([0, *ends], ends)]
