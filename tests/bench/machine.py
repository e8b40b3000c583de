# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The machine that the figures are of, and what speaks against trusting them."""

import datetime
import glob
import os
import platform
import re

LOAD_LIMIT = 0.5


def read(path):
    try:
        with open(path, encoding='utf-8') as file:
            return file.read()
    except OSError:
        return ''


def processor():
    found = re.search(r'^model name\s*: (.*)$', read('/proc/cpuinfo'), re.MULTILINE)
    return found[1] if found else platform.machine()


def memory(name):
    """A line of /proc/meminfo, in bytes."""
    found = re.search(rf'^{name}:\s*(\d+) kB', read('/proc/meminfo'), re.MULTILINE)
    return int(found[1]) * 1024 if found else 0


def governors():
    return {read(path).strip() for path in
            glob.glob('/sys/devices/system/cpu/cpu[0-9]*/cpufreq/scaling_governor')}


def in_short():
    """What the figures are of, for those who only read them."""
    release = '.'.join(platform.release().split('.')[:2])
    return (f'{processor()}, {os.cpu_count()} cores, {memory("MemTotal") / (1 << 30):.0f} GB, {platform.system()} {release}, '
            f'{datetime.date.today():%Y-%m-%d}')


def describe(cores):
    date = datetime.datetime.now(datetime.timezone.utc).strftime('%Y-%m-%d %H:%M UTC')
    return (f'{processor()}, {os.cpu_count()} cores (measured on core {cores.measured}), '
            f'{memory("MemTotal") / (1 << 30):.0f} GB, {platform.system()} {platform.release()}; '
            f'{date}, load {" ".join(f"{load:.2f}" for load in os.getloadavg())}')


def warnings(load, cached):
    """CACHED: how many bytes of files the page cache should hold."""
    if load > LOAD_LIMIT:
        yield f'the load was {load:.2f} at the start: other programs take part in the figures'
    if governors() - {'performance'}:
        yield (f'the frequency governor is {", ".join(sorted(governors()))}: '
               'the processor\'s speed may vary')
    if memory('MemAvailable') < cached:
        yield (f'{memory("MemAvailable") / (1 << 30):.1f} GB of memory are free: the largest logs '
               'may come from the disk')
