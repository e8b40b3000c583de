# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the measurements themselves are made of."""

import contextlib
import glob
import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

import tap
from tap import case

import finding
import fixtures
import logs
import measure
import page
import rule_costs
import scrolling
import table
import throughput
import tools

MIB = 1024 * 1024
DISTINCT = MIB // 4
ESCAPE = re.compile(rb'[\x00-\x09\x0b-\x1f]')
STAMPED = re.compile(rb'\x1b_bk;t=1747\d{9}\x07')


def whole(log):
    return log.start + log.repeated + log.end


@case
def logs_are_the_same_every_time():
    for make in (logs.buildkite, logs.progress, logs.plain):
        assert make(DISTINCT) == make(DISTINCT), make.__name__
        assert not make(DISTINCT).repeated.count(b'\n') == 0, make.__name__


@case
def every_line_of_a_buildkite_log_is_stamped():
    lines = whole(logs.buildkite(DISTINCT)).split(b'\n')
    assert lines.pop() == b''
    assert len(lines) > 1000
    assert all(STAMPED.match(line) for line in lines)


@case
def erased_lines_are_stamped_again():
    for log in (logs.buildkite(DISTINCT), logs.progress(DISTINCT)):
        erased = re.findall(rb'\x1b\[2?K.{21}', whole(log))
        assert len(erased) >= 100, len(erased)
        assert all(STAMPED.search(each) for each in erased), erased[0]


@case
def a_buildkite_log_has_what_a_job_prints():
    text = whole(logs.buildkite(MIB))
    for part in (b'~~~ ', b'+++ ', b'^^^ +++', b'\x1b[32mPASSED\x1b[0m', b'(EngineCore pid=',
                 b'Traceback', b'it/s]', '東京'.encode(), b'1 failed, 48211 passed'):
        assert part in text, part


@case
def progress_bars_rewrite_their_lines():
    text = whole(logs.progress(DISTINCT))
    returns = text.count(b'\r') - text.count(b'\r\n')
    assert returns > 10 * text.count(b'\n'), returns
    assert re.search(rb'\x1b\[\d+A', text) and re.search(rb'\x1b\[\d+B', text)


@case
def a_plain_log_has_no_control_character():
    assert not ESCAPE.search(whole(logs.plain(DISTINCT)))


@case
def a_log_has_its_size_and_whole_lines():
    log = logs.buildkite(DISTINCT)
    with tempfile.NamedTemporaryFile() as file:
        for size in (DISTINCT // 2, DISTINCT * 5 // 2):
            length = log.write(file.name, size)
            text = file.read()
            file.seek(0)
            assert length == len(text) and size - 20000 < length <= size, (size, length)
            assert text.startswith(log.start) and text.endswith(log.end)
            assert all(STAMPED.match(line) for line in text.split(b'\n')[:-1])


@case
def tables_are_aligned_markdown():
    tap.same(table.table(('program', '>MB/s'), [('cat', '2,933'), ('a | b', '8')]),
             '| program |  MB/s |\n'
             '| ------- | ----: |\n'
             '| cat     | 2,933 |\n'
             '| a \\| b  |     8 |')


@case
def figures_keep_what_counts():
    for found, expected in (
            (table.seconds(12.34), '12.3 s'), (table.seconds(1.234), '1.23 s'),
            (table.seconds(0.0345), '34 ms'), (table.seconds(0.00148), '1.5 ms'),
            (table.size(MIB * 1024 - 9), '1 GB'), (table.size(10 * MIB), '10 MB'),
            (table.size(MIB * 3 // 2), '1.5 MB'), (table.rate(2_000_000_000, 2), '1,000'),
            (table.ratio(5.04), '5.0x'), (table.mark(True), 'reached'),
            (table.mark(False), 'NOT reached')):
        assert found == expected, (found, expected)


@case
def a_goal_is_a_ratio_of_processor_time():
    log = logs.Log('progress bars', b'', b'', b'')
    own = measure.Took(clock=1.0, processor=1.0)
    for processor, expected in ((5.0, 'reached'), (4.9, 'NOT reached')):
        times = {tools.SED.name: (measure.Took(9.0, processor), 1)}
        [(*_, mark)] = throughput.goals_of(log, times, own)
        assert mark == expected, (processor, mark)


COMPARISONS = [page.Comparison('Clean <a log>', 0.5, 'sed & co', 2.0), page.Comparison('Start', 0.3, 'other', 0.2)]


@case
def the_page_says_who_is_faster():
    rows = page.table_of(COMPARISONS).split('\n')[2:]
    assert [re.sub(' +', ' ', row) for row in rows] == ['| Clean <a log> | 500 ms | sed & co | 2.00 s | 4.0x as fast |',
                                                      '| Start | 300 ms | other | 200 ms | 1.50x its time |'], rows


@case
def the_picture_has_two_bars_for_each():
    image = xml.etree.ElementTree.fromstring(page.picture_of(COMPARISONS, 'a & b').encode())
    bars = [(bar.get('class'), int(bar.get('width'))) for bar in image.iter('{http://www.w3.org/2000/svg}rect')]
    assert bars == [('culprit', round(page.BARS / 4)), ('peer', page.BARS),
                    ('culprit', page.BARS), ('peer', round(page.BARS / 1.5))], bars


@case
def the_page_keeps_what_stands_around():
    readme = f'before\n{page.START}old\n{page.END}after\n'
    assert page.replace(readme, 'new \\1\n') == f'before\n{page.START}new \\1\n{page.END}after\n'
    try:
        page.replace('nothing', 'new')
    except ValueError:
        return
    raise AssertionError('a page without a place was taken')


@case
def rules_add_up_by_file():
    words, rules = rule_costs.read(b'words\t9\t7\t1.5\na.yml:3\t4\t1\t0.5\na.yml:12\t2\t0\t0.25\n')
    assert words == ('words', 9, 7, 1.5), words
    assert rule_costs.by_file(rules) == [('a.yml', 6, 1, 0.75)]
    assert list(rule_costs.rows_of(rules, 1.0, 1 << 30))[0] == ('a.yml:3', '4', '1', '0.5 ms', '50.0 %')


@case
def frames_are_judged_by_place():
    printed = b''.join(b'top %s %f 0.001\n' % (view, seconds) for view, all_of_it in
                       ((b'log', [0.002] * 98 + [0.005] * 2), (b'text', [0.004] * 100)) for seconds in all_of_it)
    [row] = scrolling.rows_of(scrolling.read(printed))
    assert row == ('top', '2.00 ms', '4.00 ms', '0.50x', 'reached', '5.00 ms', 'NOT reached', '1.00 ms', '1.00 ms'), row
    assert scrolling.percentile([3, 1, 2], 0.99) == 3


@case
def words_are_sought_by_both_in_the_same_way():
    for words, argument, command in (
            (finding.Words('a b'), ':a b', 'rg -a --no-config -F -i -c -e'),
            (finding.Words('a', regex=True, case=True), 'rc:a', 'rg -a --no-config -c -e')):
        assert words.argument() == argument
        assert words.rg('log', '-c') == [*command.split(), words.words, 'log']
    runs = finding.read(b'0 0.5 0.1 3 4\n')
    assert runs[0] == [[0.5, 0.1, 3, 4]] and not runs[1]


@case
def private_memory_is_seen_while_a_program_runs():
    runner = measure.Runner(measure.Cores.choose(), dict(os.environ))
    program = 'import time; text = b"x" * (64 << 20); time.sleep(3)'
    peak = runner.peak_memory([sys.executable, '-c', program])
    assert 64 * MIB <= peak <= 128 * MIB, peak
    assert measure.private_memory(os.getpid()) > MIB


@case
def time_counts_what_a_program_started():
    runner = measure.Runner(measure.Cores.choose(), dict(os.environ))
    busy = f'{sys.executable} -c "sum(range(3000000))"'
    took = runner.time(['sh', '-c', f'{busy}; {busy} | cat'])
    assert 0.02 < took.processor <= took.clock + 0.02, took
    assert runner.time(['sleep', '0.2']).processor < 0.1

    try:
        runner.time(['sh', '-c', 'echo no such log >&2; exit 3'])
    except measure.Failed as error:
        assert 'exit status 3' in str(error) and 'no such log' in str(error), error
    else:
        raise AssertionError('a program that failed counted')


def running(argument):
    """The processes that have the argument."""
    found = []
    for path in glob.glob('/proc/[0-9]*/cmdline'):
        with contextlib.suppress(OSError), open(path, 'rb') as line:
            if argument.encode() in line.read().split(b'\0'):
                found.append(path)
    return found


@case
def what_a_program_started_ends_with_the_measurement():
    runner = measure.Runner(measure.Cores.choose(), dict(os.environ))
    marker = f'600.{os.getpid()}'
    command = ['sh', '-c', f'yes & sleep {marker} | cat']
    assert runner.seconds_to_lines(command, 100) < 60

    # What was killed may take a moment to be gone.
    end = time.monotonic() + 20
    while left := running(marker):
        assert time.monotonic() < end, left
        time.sleep(0.05)


@case
def programs_run_in_turns():
    order = []
    jobs = {name: lambda name=name: order.append(name) for name in 'ab'}
    measure.in_turns(jobs, 3, fewer='b')
    assert ''.join(order) == 'ababa', order


@case
def sed_does_what_the_script_of_vllm_does():
    log = b'[2025-05-20T03:26:38Z] \x1b_bk;t=1747711598123\x07\x1b[1;31mFAILED\x1b[0m x\x1b[K\n'
    for tool in (tools.SED, tools.SED_PIPE):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'a log')
            with open(path, 'wb') as file:
                file.write(log)
            printed = subprocess.run(tool.arguments(path), capture_output=True, check=True).stdout
            if tool.in_place:
                with open(path, 'rb') as file:
                    printed = file.read()
        assert printed == b'FAILED x\n', (tool.name, printed)


@case
def blanks_at_ends_do_not_count():
    assert fixtures.shown(b'a  \n\tb\xc2\xa0c\n \n\n') == 'a\n\tb c'
    assert fixtures.shown(b'\n a') != fixtures.shown(b'a')


sys.exit(tap.main())
