# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""All that a program tells the accessibility bus, in one call: a walk through the objects asks for each of them, and a
window of 450 takes it seconds."""

import collections
import dataclasses
import functools

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402 (the version comes first)

from cache_wire import read_items  # noqa: E402

MILLISECONDS = 20000
REGISTRY = ('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root')
CONNECTION = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION


@functools.lru_cache
def states_of(words):
    bits = words[0] | words[1] << 32
    return frozenset(Atspi.StateType(number) for number in range(Atspi.StateType.LAST_DEFINED) if bits >> number & 1)


@functools.lru_cache
def role_of(number):
    """Its name, as AT-SPI had it before 2.55 called this one otherwise."""
    name = Atspi.role_get_name(Atspi.Role(number))
    return 'push button' if name == 'button' else name


@functools.lru_cache
def last_words(interfaces):
    return frozenset(each.rpartition('.')[2] for each in interfaces)


def may_hold_new(told, indices):
    """Whether a child of TOLD may not be told of, where those at INDICES are. What is hidden was perhaps told of, too, with
    the index of what is shown after it; that of a page of a stack has another index than its only one."""
    if told.role == Atspi.Role.APPLICATION:
        return True
    if told.name == 'GtkStackPage' and len(indices) == told.n_children:
        return False
    return not indices >= set(range(told.n_children))


@dataclasses.dataclass(eq=False, repr=False)
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

    def __repr__(self):
        return f'{self.role} {self.name!r}'

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
        return [tuple(child) for child in self._call(name, path, 'org.a11y.atspi.Accessible', 'GetChildren')]

    def _get_told(self, name):
        """What GTK tells in one call: of those objects alone that somebody has asked for."""
        return read_items(self.bus.call_sync(name, '/org/a11y/atspi/cache', 'org.a11y.atspi.Cache', 'GetItems', None, None, 0,
                                             MILLISECONDS, None))

    def _meet(self, waiting, told, open_ends):
        """Asks for the children of those that are WAITING, and for all in them that is not TOLD of, once each; the children
        of OPEN_ENDS may not be told of, either. Gives whether there were any."""
        asked, found = set(waiting), False
        while waiting:
            try:
                children = self._get_children(*waiting.pop())
            except GLib.Error:
                continue
            found = found or any(child not in told for child in children)
            new = [child for child in children if child not in asked and (child not in told or child in open_ends)]
            asked.update(new)
            waiting += new
        return found

    def _meet_new(self, told):
        """Whether there were any that TOLD does not have. What hangs on no window, as a closed tab, is let alone: GTK
        complains of what was asked for there once it is shown again."""
        indices = collections.defaultdict(set)
        for each in told:
            indices[each.parent].add(each.index)
        parents = {each.ref: each.parent for each in told}
        roots = {each.ref for each in told if each.role == Atspi.Role.APPLICATION}

        def hangs_on_window(ref):
            while ref in parents and ref not in roots:
                ref = parents[ref]
            return ref in roots

        open_ends = {each.ref for each in told if may_hold_new(each, indices[each.ref])}
        return self._meet([ref for ref in open_ends if hangs_on_window(ref)], parents, open_ends)

    def _read_program(self, index, name):
        """Its root."""
        told = self._get_told(name)
        if self._meet_new(told):
            told = self._get_told(name)
        items, root = {}, None
        for each in told:
            items[each.ref] = Item(each.name, role_of(each.role), each.description, states_of(each.states),
                                   last_words(each.interfaces), each.index, each.ref)
            if each.role == Atspi.Role.APPLICATION:
                root, items[each.ref].index = items[each.ref], index
        for each in told:
            items[each.ref].parent = items.get(each.parent)
            if items[each.ref].parent is not None:
                items[each.ref].parent.children.append(items[each.ref])
        for each in told:
            if each.n_children > 0 and not items[each.ref].children:
                self._adopt(items[each.ref], items)
        for each in told:
            if len(items[each.ref].children) > each.n_children:
                self._drop_hidden(items[each.ref])
        return root

    def _get_children_now(self, item):
        """None where it has gone since it was told of."""
        try:
            return self._get_children(*item.ref)
        except GLib.Error:
            return []

    def _adopt(self, item, items):
        """What is in a page of libadwaita 1.7 is told of as in the stack that the page is in."""
        for index, ref in enumerate(self._get_children_now(item)):
            child = items.get(ref)
            if child is not None and child.parent is not None:
                child.parent.children.remove(child)
                child.parent, child.index = item, index
                item.children.append(child)

    def _drop_hidden(self, item):
        """GTK tells all that it told of once, as of a menu that is closed again."""
        shown = set(self._get_children_now(item))
        item.children = [child for child in item.children if child.ref in shown]

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
