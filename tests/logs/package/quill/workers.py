# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Engines with a worker a device: each a process of its own, that logs what it dies of."""

import multiprocessing
import sys

from quill import output

DEVICE_MEMORY = 22.05


class EngineDeadError(Exception):
    pass


class OutOfMemoryError(RuntimeError):
    pass


def load_layer(shards, layer):
    try:
        return shards[layer]
    except KeyError as error:
        raise ValueError(f'layer {layer} is in none of {len(shards)} shards') from error


def allocate(size):
    if size > DEVICE_MEMORY:
        raise OutOfMemoryError(f'Device out of memory. Tried to allocate {size} GiB. Device 0 has a '
                               f'total capacity of {DEVICE_MEMORY} GiB')


def run_worker(rank, layer, errors):
    logger = output.name_process(f'Worker_TP{rank}')
    try:
        load_layer({0: 'a', 1: 'b'}, layer)
    except Exception as error:
        logger.exception('WorkerProc hit an exception.')
        errors.put(str(error))
        sys.exit(1)


def run_step(logger, layer):
    errors = multiprocessing.Queue()
    workers = [multiprocessing.Process(target=run_worker, args=(rank, layer, errors)) for rank in range(2)]
    for worker in workers:
        worker.start()
    reason = errors.get()
    for worker in workers:
        worker.join()
    raise RuntimeError(f"Worker failed with error '{reason}', please check the stack trace above for "
                       'the root cause')


def run_engine(layer, size):
    logger = output.name_process('EngineCore_DP0')
    try:
        allocate(size)
    except Exception:
        logger.exception('EngineCore failed to start.')
        sys.exit(1)
    try:
        run_step(logger, layer)
    except Exception:
        logger.exception('EngineCore encountered a fatal error.')
        sys.exit(1)


def generate(layer=0, size=1.0):
    engine = multiprocessing.Process(target=run_engine, args=(layer, size))
    engine.start()
    engine.join()
    if size > DEVICE_MEMORY:
        raise RuntimeError('Engine core initialization failed. See root cause above. '
                           f"Failed core proc(s): {{'EngineCore_DP0': {engine.exitcode}}}")
    raise EngineDeadError('EngineCore encountered an issue. See stack trace (above) for the root cause.')
