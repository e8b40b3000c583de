# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs programs on one core and says what they took."""

import contextlib
import dataclasses
import os
import signal
import statistics
import subprocess
import tempfile
import threading
import time
import typing

TIMEOUT = 1800


class Failed(Exception):
    pass


class Took(typing.NamedTuple):
    """In seconds: by the clock, and of the processor, by the program and all that it started."""

    clock: float
    processor: float


@dataclasses.dataclass
class Cores:
    """The core that the measured programs run on, and those that this program keeps to."""

    measured: int
    own: set

    @classmethod
    def choose(cls):
        allowed = os.sched_getaffinity(0)
        measured = max(allowed)
        return cls(measured, allowed - {measured} or allowed)

    @contextlib.contextmanager
    def starting(self):
        """A program that is started here inherits the core. To set it in the child instead would
        make that a copy of this process first, and the copying count as the program's time."""
        os.sched_setaffinity(0, {self.measured})
        try:
            yield
        finally:
            os.sched_setaffinity(0, self.own)


class Runner:
    def __init__(self, cores, environment):
        self.cores = cores
        self.environment = environment

    def start(self, command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        with self.cores.starting():
            return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr,
                                    env=self.environment, process_group=0)

    @contextlib.contextmanager
    def ending(self, process):
        """Whatever happens, the program and all that it started end: after TIMEOUT, or with this."""
        guard = threading.Timer(TIMEOUT, os.killpg, (process.pid, signal.SIGKILL))
        guard.start()
        try:
            yield process
        finally:
            guard.cancel()
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def time(self, command):
        """From before the program is started to after it ended."""
        with tempfile.TemporaryFile() as errors:
            started = time.perf_counter()
            with self.ending(self.start(command, stderr=errors)) as process:
                _, status, usage = os.wait4(process.pid, 0)
                taken = time.perf_counter() - started
                process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                errors.seek(0)
                raise Failed(f'{command}: exit status {process.returncode}: {errors.read(500)}')
        return Took(taken, usage.ru_utime + usage.ru_stime)

    def output(self, command):
        with self.ending(self.start(command, stdout=subprocess.PIPE)) as process, process.stdout:
            return process.stdout.read()

    def peak_memory(self, command):
        """The most private memory that was seen while the program ran, in bytes."""
        peak = 0
        with self.ending(self.start(command)) as process:
            while process.poll() is None:
                peak = max(peak, private_memory(process.pid))
                time.sleep(0.001)
        if process.returncode:
            raise Failed(f'{command}: exit status {process.returncode}')
        return peak

    def seconds_to_lines(self, command, lines):
        """From before the program is started until that many line ends came through a pipe."""
        started = time.perf_counter()
        process = self.start(command, stdout=subprocess.PIPE)
        with self.ending(process), process.stdout:
            got = 0
            while got < lines and (chunk := os.read(process.stdout.fileno(), 65536)):
                got += chunk.count(b'\n')
            return time.perf_counter() - started


def private_memory(pid):
    """Private_Clean and Private_Dirty of a process, in bytes; 0 where it is no more."""
    try:
        with open(f'/proc/{pid}/smaps_rollup', encoding='ascii') as rollup:
            return 1024 * sum(int(line.split()[1]) for line in rollup
                              if line.startswith(('Private_Clean:', 'Private_Dirty:')))
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0


def in_turns(jobs, runs, fewer=()):
    """The results of each of the named functions, which run in turns, so that what else the machine
    does falls on all of them. Those in FEWER are slow: the half of the runs will do."""
    results = {name: [] for name in jobs}
    for turn in range(runs):
        for name, function in jobs.items():
            if name not in fewer or turn < (runs + 1) // 2:
                results[name].append(function())
    return results


def typical(times):
    """The medians, by name."""
    return {name: Took(*map(statistics.median, zip(*each))) for name, each in times.items()}


def warm(path):
    """Reads the file once, so that it is in the page cache."""
    with open(path, 'rb', buffering=0) as file:
        while file.read(1 << 22):
            pass
