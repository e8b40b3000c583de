# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the programs of a job print: git, pip, docker, tqdm, pytest, and vLLM's logger.

Each method gives lines without their ends. Their shapes are those of the real programs, the words
in them are made up.
"""

AREAS = ('v1/engine', 'v1/core', 'entrypoints/openai', 'models/language', 'kernels/attention',
         'distributed', 'quantization', 'lora', 'multimodal', 'samplers')
SUBJECTS = ('scheduler', 'prefix_cache', 'block_table', 'chat_template', 'rotary_embedding',
            'worker_loader', 'guided_decoding', 'weight_utils', 'sliding_window', 'flash_attention')
PARAMETERS = ('True', 'False', 'None', 'bfloat16', 'float16', 'fp8_e4m3', '128', '4096', 'tcp',
              'Qwen/Qwen3-0.6B', 'meta-llama/Llama-3.2-1B-Instruct', 'dtype0', 'cuda_graph')
PROCESSES = ('APIServer', 'EngineCore', 'EngineCore_DP0', 'EngineCore_DP1', 'Worker_TP0',
             'Worker_TP1', 'RayWorkerProc')
MESSAGES = (
    'Using FLASH_ATTN attention backend out of the candidates [FLASH_ATTN, FLASHINFER, TRITON]',
    'Model loading took {small:.4f} GiB memory and {small:.6f} seconds',
    'Available KV cache memory: {small:.2f} GiB',
    'GPU KV cache size: {large:,} tokens',
    'Maximum concurrency for {large:,} tokens per request: {small:.2f}x',
    'Chunked prefill is enabled with max_num_batched_tokens={large}.',
    'Loading weights took {small:.2f} seconds',
    'init engine (profile, create kv cache, warmup model) took {small:.2f} s (compilation: 3.1 s)',
    'Avg prompt throughput: {small:.1f} tokens/s, Avg generation throughput: {small:.1f} tokens/s, '
    'Running: 4 reqs, Waiting: 0 reqs, GPU KV cache usage: {small:.1f}%, Prefix cache hit rate: 0%',
    'Added request chatcmpl-{large:032x}.',
    'Directly load the compiled graph(s) for compile range (1, {large}) from the cache',
    'Received request: prompt: “Größe und Gewicht: 東京の天気は？”, max_tokens={large}',
)
SOURCES = ('core.py', 'gpu_model_runner.py', 'kv_cache_utils.py', 'loggers.py', 'cuda.py',
           'default_loader.py', 'parallel_state.py', 'async_llm.py', 'backends.py')
LEVELS = ('INFO',) * 46 + ('WARNING',) * 3 + ('ERROR',)
LEVEL_COLOURS = {'INFO': '32', 'WARNING': '33', 'ERROR': '31'}


class Programs:
    def __init__(self, chance, coloured):
        self.chance = chance
        self.coloured = coloured
        self.percent = 0

    def paint(self, code, text):
        return f'\x1b[{code}m{text}\x1b[0m' if self.coloured else text

    def test_name(self):
        subject = self.chance.choice(SUBJECTS)
        chosen = '-'.join(self.chance.sample(PARAMETERS, self.chance.randint(1, 4)))
        return (f'tests/{self.chance.choice(AREAS)}/test_{subject}.py::'
                f'test_{subject}_{self.chance.choice(SUBJECTS)}[{chosen}]')

    def logger_line(self):
        chance = self.chance
        level = chance.choice(LEVELS)
        message = chance.choice(MESSAGES).format(small=chance.uniform(0.01, 900),
                                                 large=chance.randrange(1 << 20))
        process = f'({chance.choice(PROCESSES)} pid={chance.randrange(400, 32768)})'
        if self.coloured:
            process = f'\x1b[0;36m{process}\x1b[0;0m'
            level = self.paint(LEVEL_COLOURS[level], level)
        return (f'{process} {level} 05-20 03:{chance.randrange(60):02}:{chance.randrange(60):02} '
                f'[{chance.choice(SOURCES)}:{chance.randrange(40, 3000)}] {message}')

    def access_line(self):
        chance = self.chance
        process = f'(APIServer pid={chance.randrange(400, 32768)})'
        if self.coloured:
            process = f'\x1b[0;36m{process}\x1b[0;0m'
        return (f'{process} {self.paint(32, "INFO")}:     127.0.0.1:{chance.randrange(32768, 61000)}'
                f' - "POST /v1/chat/completions HTTP/1.1" {self.paint(32, "200 OK")}')

    def traceback(self):
        """One that the program caught and logged; the job goes on."""
        chance = self.chance
        yield self.paint(31, 'Traceback (most recent call last):')
        for _ in range(chance.randint(3, 12)):
            yield (f'  File "/usr/local/lib/python3.12/dist-packages/vllm/v1/engine/'
                   f'{chance.choice(SOURCES)}", line {chance.randrange(20, 2000)}, '
                   f'in {chance.choice(SUBJECTS)}')
            yield f'    return self.{chance.choice(SUBJECTS)}.execute_model(scheduler_output)'
        yield f'TimeoutError: RPC call to {chance.choice(SUBJECTS)} timed out.'

    def test_with_output(self):
        """A test of `pytest -v -s` that passes, after what it printed."""
        chance = self.chance
        name = self.test_name()
        yield from (self.logger_line() for _ in range(chance.randint(0, 6)))
        yield from (self.access_line() for _ in range(chance.choice((0, 0, 0, 1, 2))))
        if self.coloured and chance.random() < 0.02:
            yield from self.tqdm_bar()
        if chance.random() < 0.005:
            yield from self.traceback()
        result = chance.choice((self.paint(32, 'PASSED'),) * 19 + (self.paint(33, 'SKIPPED'),))
        self.percent = (self.percent + 1) % 100
        share = f'[{self.percent:3}%]'
        yield f'{name} {result}{" " * 8}{self.paint(32, share)}'

    def session_start(self):
        yield self.paint(1, ' test session starts '.center(120, '='))
        yield 'platform linux -- Python 3.12.10, pytest-8.3.5, pluggy-1.5.0 -- /usr/bin/python3'
        yield 'rootdir: /vllm-workspace'
        yield self.paint(1, 'collecting ... ') + 'collected 48212 items'
        yield ''

    def session_end(self):
        name = 'tests/v1/engine/test_scheduler.py::test_scheduler_preempts'
        yield f'{name} {self.paint(31, "FAILED")}        {self.paint(31, "[100%]")}'
        yield ''
        yield ' FAILURES '.center(120, '=')
        yield self.paint('31;1', ' test_scheduler_preempts '.center(120, '_'))
        yield ''
        yield '    def test_scheduler_preempts():'
        yield '        output = scheduler.schedule()'
        yield '>       assert output.preempted == 2'
        yield self.paint('1;31', 'E       assert 1 == 2')
        yield ''
        yield f'{self.paint("1;31", "tests/v1/engine/test_scheduler.py")}:98: AssertionError'
        yield self.paint('36;1', ' short test summary info '.center(120, '='))
        yield f'{self.paint(31, "FAILED")} {name} - assert 1 == 2'
        yield self.paint(31, ' 1 failed, 48211 passed in 4210.55s (1:10:10) '.center(120, '='))

    def checkout(self):
        yield self.paint(90, '$') + ' git clone -v -- https://github.com/vllm-project/vllm.git .'
        yield "Cloning into '.'..."
        yield from self.git_bar()
        yield 'HEAD is now at f596e760c Fix B200 batch determinism in fused_moe logic'

    def git_bar(self):
        total = self.chance.randrange(100, 300000)
        counted = '\r'.join(f'remote: Counting objects: {percent:3}% '
                            f'({total * percent // 100}/{total})\x1b[K' for percent in range(101))
        yield f'{counted}, done.\x1b[K'
        yield '\r'.join(f'Receiving objects: {percent:3}% ({total * percent // 100}/{total}), '
                        f'{percent * 1.93:.2f} MiB | {self.chance.uniform(17, 40):.2f} MiB/s'
                        for percent in range(101)) + ', done.'

    def tqdm_bar(self):
        chance = self.chance
        total = chance.randrange(20, 400)
        step = max(1, total // chance.randint(10, 60))
        what = chance.choice(('Capturing CUDA graphs (mixed prefill-decode, PIECEWISE)',
                              'Processed prompts', 'Loading safetensors checkpoint shards'))
        frames = []
        for done in [*range(0, total, step), total]:
            filled = done * 10 / total
            bar = '█' * int(filled) + ('▏▎▍▌▋▊▉'[int(filled % 1 * 7)] if filled < 10 else '')
            frames.append(f'\r{what}: {done * 100 // total:3}%|{bar:10}| {done}/{total} '
                          f'[00:{done % 60:02}<00:{(total - done) % 60:02}, '
                          f'{chance.uniform(1, 90):5.2f}it/s]')
        yield ''.join(frames)

    def pip_bar(self):
        chance = self.chance
        size = chance.uniform(2, 900)
        yield f'Downloading torch_{chance.randrange(1 << 20):x}-cp312-manylinux1_x86_64.whl'
        frames = [f'\x1b[?25l     \x1b[90m{"━" * 40}\x1b[0m \x1b[32m0.0/{size:.1f} MB\x1b[0m']
        for done in range(1, 41):
            frames.append(f'\r\x1b[2K     \x1b[91m{"━" * done}\x1b[0m\x1b[90m╺{"━" * (39 - done)}'
                          f'\x1b[0m \x1b[32m{size * done / 40:.1f}/{size:.1f} MB\x1b[0m '
                          f'\x1b[31m{chance.uniform(9, 300):.1f} MB/s\x1b[0m eta '
                          f'\x1b[36m0:00:{(40 - done) // 2:02}\x1b[0m')
        yield ''.join(frames) + '\x1b[?25h'

    def docker_pull(self):
        chance = self.chance
        layers = [f'{chance.randrange(1 << 48):012x}' for _ in range(chance.randint(4, 16))]
        yield '2a3b4c: Pulling from vllm-ci-test-repo'
        for layer in layers:
            yield f'{layer}: Pulling fs layer'
        frames = []
        for done in range(1, 26):
            for index, layer in enumerate(layers):
                up = len(layers) - index
                bar = ('=' * (done * 2 - 1) + '>').ljust(50)
                state = (f'Downloading [{bar}] {done * 1.3:.2f}MB/32.5MB' if done < 25
                         else 'Pull complete')
                frames.append(f'\x1b[{up}A\x1b[2K\r{layer}: {state}\r\x1b[{up}B')
        yield ''.join(frames)
