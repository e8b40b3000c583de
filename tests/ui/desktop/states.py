# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The states of the window, each with the way there and back, and what must be in sight then."""

import contextlib
import dataclasses
import time

from gi.repository import GLib

from dragging import drag_source
from program import extents_of
from samples import SAMPLE, small
from session import FOLDER, wait_for

HOUR = 3600


@dataclasses.dataclass
class Stage:
    """Where a picture is set up."""

    desktop: object
    program: object
    language: object
    look: object

    def dress(self, look):
        """Gives the window that room and those colours."""
        self.look = look
        self.program.prefer(look.preferences())
        self.desktop.set_screen(*look.size, look.scale)
        frame = self.program.find('frame', '')
        wait_for(lambda: 0 <= look.size[0] - extents_of(frame).width <= self.desktop.most_margin,
                 f'the window to be {look.size[0]} wide')

    def turn(self, action, on):
        if self.program.state(action) != on:
            self.program.activate(action)
            wait_for(lambda: self.program.state(action) == on, f'{action} to be {on}')

    def wait_for_words(self, message):
        self.program.wait_to_show(self.language.say(message))

    def wait_for_windows(self, count):
        wait_for(lambda: len(self.desktop.windows()) == count, f'{count} windows')


@dataclasses.dataclass
class State:
    name: str
    caption: str
    set_up: object  # a context manager, called with the stage
    sight: list  # role and message of what has to be in sight
    narrow_sight: list = None  # the same where the window is narrow, if it is something else
    only_narrow: bool = False
    only_wide: bool = False


def recent_logs():
    """The preference of that name."""
    now = int(time.time())
    logs = [(f'https://buildkite.com/quill/ci/builds/{build}#{number}', job, summary, kind, now - hours * HOUR)
            for number, (build, job, summary, kind, hours) in enumerate((
                (4800, 'Serving Test', 'test_generate, 2 more', 'failed', 1),
                (4797, 'Kernels Test (H100)', 'test_page_table_is_shared[fp8-4]', 'crash', 5),
                (4791, 'Documentation', 'Exited with status 2', 'exit', 27),
                (4702, 'Binding Tests', 'store/test_store.py::test_handle_is_closed', 'timeout', 200)))]
    return str(logs)


@contextlib.contextmanager
def as_it_is(stage):
    yield


def switched(action, message=None):
    """With what an action of the window shows or hides."""
    @contextlib.contextmanager
    def set_up(stage):
        stage.turn(action, True)
        if message is not None:
            stage.wait_for_words(message)
        yield
        stage.turn(action, False)
    return set_up


@contextlib.contextmanager
def finding(stage):
    stage.desktop.key('ctrl+f')
    stage.wait_for_words('Regular Expression')
    stage.desktop.key('ctrl+a')
    stage.desktop.type('pages')
    stage.program.wait_to_show('1 ')
    yield
    stage.desktop.key('Escape')


@contextlib.contextmanager
def filtering(stage):
    with finding(stage):
        stage.desktop.key('alt+l')
        yield
        stage.desktop.key('alt+l')


@contextlib.contextmanager
def folded(stage):
    stage.program.activate('fold-all')
    yield
    stage.program.activate('unfold-all')


@contextlib.contextmanager
def with_times(stage):
    stage.program.change('line-times', GLib.Variant('s', 'since-start'))
    yield
    stage.program.change('line-times', GLib.Variant('s', 'none'))


@contextlib.contextmanager
def going_to_a_line(stage):
    stage.desktop.key('ctrl+l')
    stage.wait_for_words('Close Go to Line')
    stage.desktop.type('137')
    yield
    stage.desktop.key('Escape')


@contextlib.contextmanager
def noticed(stage):
    stage.desktop.call(FOLDER / 'culprit', FOLDER / 'absent.log')
    stage.wait_for_words('No such file: %s')
    yield
    stage.program.press_button(stage.language.say('Close Notice'))


@contextlib.contextmanager
def dragging(stage):
    """A file over the window: what it is dragged from is put out of sight."""
    desktop, (width, height) = stage.desktop, stage.look.size
    with drag_source(desktop, 'files', small('one.log')):
        desktop.move_other_program(width - 160, height - 160)
        x, y, *_ = desktop.windows()['Other Program']
        desktop.pull((x + 80, y + 50), (x - 30, y - 170))
        stage.wait_for_words('Drop to Open')
        desktop.move_other_program(width, height)
        yield
        desktop.key('Escape')
        desktop.release()


def in_a_window(open_it, message):
    """In a window of its own, which a narrow screen has no room beside."""
    @contextlib.contextmanager
    def set_up(stage):
        open_it(stage.program)
        stage.wait_for_windows(2)
        stage.wait_for_words(message)
        if stage.look.is_narrow:
            stage.desktop.fill_screen_with_dialog()
        for title, (_, _, width, _) in stage.desktop.windows().items():
            assert width <= stage.look.size[0], f'{title} is {width} wide'
        yield
        stage.desktop.key('Escape')
        stage.wait_for_windows(1)
    return set_up


def application_action(name):
    return lambda program: program.activate_application(name)


def window_action(name):
    return lambda program: program.activate(name)


COPY_ISSUE = [('push button', 'Copy _Issue')]
# With the context of the words that have little room.
NARROW_COPY_ISSUE = [('push button', 'narrow\4Copy _Issue')]

OF_NO_LOG = [
    State('empty', 'No log yet', as_it_is,
          [('push button', '_Open…'), ('push button', '_Paste'), ('push button', 'Daily Triage')],
          [('push button', '_Open…'), ('push button', '_Paste')]),
]

OF_A_LOG = [
    State('loaded', 'A log', as_it_is, COPY_ISSUE + [('spin button', 'Lines in the tail range')], NARROW_COPY_ISSUE),
    State('issue', 'The issue', switched('show-issue', 'Preview'), [('push button', 'Open Form')]),
    State('failures', 'Failures and sections', switched('show-failures'), [('list', 'Failures')], only_narrow=True),
    State('find', 'Find', finding, [('push button', 'Close Find')]),
    State('filter', 'Find, only matching lines', filtering, [('push button', 'Close Find')]),
    State('folded', 'Sections folded', folded, COPY_ISSUE, NARROW_COPY_ISSUE),
    State('wrapped', 'Long lines wrapped', switched('wrap'), COPY_ISSUE, NARROW_COPY_ISSUE),
    State('times', 'Times of the lines', with_times, COPY_ISSUE, NARROW_COPY_ISSUE),
    State('line', 'Go to a line', going_to_a_line, [('push button', 'Close Go to Line')]),
    State('notice', 'A notice', noticed, [('push button', 'Close Notice')]),
    State('drop', 'A file is dragged over the window', dragging, [('label', 'Drop to Open')]),
    State('preferences', 'Preferences', in_a_window(application_action('preferences'), 'Appearance'),
          [('label', 'Appearance')]),
    State('formats', 'Understood formats', in_a_window(application_action('formats'), 'Where Logs Come From'),
          [('label', 'Where Logs Come From')]),
    State('shortcuts', 'Keyboard shortcuts', in_a_window(window_action('show-help-overlay'), 'Daily triage'),
          # GTK's own window is wider than a phone, and its pages come in any order.
          [], only_wide=True),
]


def open_sample(stage):
    stage.desktop.call(FOLDER / 'culprit', SAMPLE)
    stage.program.wait_until_loaded()


@contextlib.contextmanager
def triaging(stage):
    stage.program.activate('triage')
    stage.program.wait_to_show('test_writes_pages')
    yield
    stage.program.activate('close-tab')
    wait_for(lambda: 'test_writes_pages' not in stage.program.showing(), 'the tab to close')


@contextlib.contextmanager
def with_history(stage):
    stage.turn('show-history', True)
    stage.program.wait_to_show('Share pages between requests')
    yield
    stage.turn('show-history', False)


def wait_for_known(stage):
    stage.program.wait_until_loaded()
    stage.program.wait_to_show('#500')
    stage.wait_for_words('Mine or main’s?')


OF_A_TRACKER = [
    State('known', 'A failure that is reported already', as_it_is, [('push button', 'Comment…')],
          [('push button', 'Open in Browser')]),
    State('history', 'History on main', with_history, [('push button', 'Copy Finding'), ('push button', 'Add to Issue')]),
    State('post', 'A comment, before it is sent', in_a_window(window_action('comment'), 'Text as it is sent'),
          [('push button', '_Send'), ('push button', '_Cancel')]),
    State('triage', 'Daily triage', triaging, [('push button', 'Copy as _Markdown')], []),
]
