# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""All that a program tells the accessibility bus, in one call: a walk through the objects asks for each of them, and a
window of 450 takes it seconds."""

import collections
import dataclasses

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (the version comes first)

MILLISECONDS = 20000
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
CONNECTION = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION


def states_of(words):
    bits = words[0] | words[1] << 32
    return frozenset(Atspi.StateType(number) for number in range(Atspi.StateType.LAST_DEFINED) if bits >> number & 1)


@dataclasses.dataclass(eq=False)
class Item:
    name: str
    role: str
    description: str
    states: frozenset  # of Atspi.StateType
    interfaces: frozenset  # their last words: Action, Text
    index: int  # among the parent's children
    ref: tuple  # where it is on the bus
    parent: object = None  # an Item, None for the program itself
    children: list = dataclasses.field(default_factory=list)

    def has(self, state):
        """As Atspi.StateType names it, in small letters."""
        return getattr(Atspi.StateType, state.upper()) in self.states

    @property
    def is_visible(self):
        return self.has('visible')

    @property
    def is_selected(self):
        return self.has('selected')

    def node(self):
        """The accessible object itself, now; None where GTK does not tell its place, as with some rows of lists."""
        place, item = [], self
        while item is not None:
            place.append(item.index)
            item = item.parent
        node = Atspi.get_desktop(0)
        for index in reversed(place):
            if node is not None:
                node.clear_cache()
                node = node.get_child_at_index(index)
        return node if node is not None and node.get_name() == self.name else None

    def descendants(self):
        """What is visible in it and itself; parents come first."""
        waiting = [self]
        while waiting:
            item = waiting.pop()
            yield item
            children = sorted(item.children, key=lambda child: -child.index)
            waiting += [child for child in children if child.is_visible]


class Tree:
    def __init__(self, session_bus):
        arguments = ('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, MILLISECONDS, None)
        address = session_bus.call_sync(*arguments).unpack()[0]
        self.bus = Gio.DBusConnection.new_for_address_sync(address, CONNECTION, None, None)

    def _call(self, name, path, interface, method, arguments=None):
        return self.bus.call_sync(name, path, interface, method, arguments, None, 0, MILLISECONDS, None).unpack()[0]

    def _get_children(self, name, path):
        return self._call(name, path, 'org.a11y.atspi.Accessible', 'GetChildren')

    def _is_visible(self, name, path):
        states = self._call(name, path, 'org.a11y.atspi.Accessible', 'GetState')
        return bool(states[0] >> Atspi.StateType.VISIBLE & 1)

    def _meet(self, name, path):
        """GTK tells in one call of those objects alone that somebody has asked for."""
        waiting = [(name, path)]
        while waiting:
            try:
                waiting += [child for child in self._get_children(*waiting.pop()) if self._is_visible(*child)]
            except GLib.Error:
                continue

    def _meet_new(self, told):
        """Whether there may be any that TOLD does not have. What hangs on no window, as a closed tab, is let alone: GTK
        complains of what was asked for there once it is shown again."""
        counts = collections.Counter(parent for _, _, parent, *_ in told)
        parents = {ref: parent for ref, _, parent, *_ in told}
        roots = {ref for ref, *_, role, _, _ in told if role == Atspi.Role.APPLICATION}

        def hangs_on_window(ref):
            while ref in parents and ref not in roots:
                ref = parents[ref]
            return ref in roots

        new = [ref for ref, _, _, _, n, *_ in told if counts[ref] < n and hangs_on_window(ref)]
        for ref in new:
            self._meet(*ref)
        return bool(new)

    def _read_program(self, index, name):
        """Its root."""
        cache = (name, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems')
        told = self._call(*cache)
        if self._meet_new(told):
            told = self._call(*cache)
        items, root = {}, None
        for ref, _, _, at, _, interfaces, title, role, description, states in told:
            items[ref] = Item(title, Atspi.role_get_name(Atspi.Role(role)), description, states_of(states),
                              frozenset(each.rpartition('.')[2] for each in interfaces), at, ref)
            if role == Atspi.Role.APPLICATION:
                root, items[ref].index = items[ref], index
        for ref, _, parent, *_ in told:
            items[ref].parent = items.get(parent)
            if items[ref].parent is not None:
                items[ref].parent.children.append(items[ref])
        for ref, _, _, _, n, *_ in told:
            if len(items[ref].children) > n:
                self._drop_hidden(items[ref])
        return root

    def _drop_hidden(self, item):
        """GTK tells all that it told of once, as of a menu that is closed again."""
        shown = {tuple(ref) for ref in self._get_children(*item.ref)}
        item.children = [child for child in item.children if tuple(child.ref) in shown]

    def press(self, item):
        """Its first action."""
        assert self._call(*item.ref, 'org.a11y.atspi.Action', 'DoAction', GLib.Variant('(i)', (0,))), item.name

    def select(self, item):
        """In its list."""
        index = GLib.Variant('(i)', (item.index,))
        assert self._call(*item.parent.ref, 'org.a11y.atspi.Selection', 'SelectChild', index), item.name

    def extents(self, item):
        """Where it is in its window: x, y, width, height."""
        return self._call(*item.ref, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant('(u)', (Atspi.CoordType.WINDOW,)))

    def items(self):
        """Those that are visible, of all programs; parents come first."""
        for index, (name, _) in enumerate(self._get_children(*REGISTRY)):
            try:
                root = self._read_program(index, name)
            except GLib.Error:
                continue
            if root is not None:
                yield from root.descendants()
