# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where fetched logs are written, and where they are kept: names, links, and no room."""

import fcntl
import json
import os
import subprocess
import sys

import tap
from command import PROGRAM
from fetching import BUILDKITE, GITHUB, world
from tap import Skip, case


def failed_jobs(at):
    return [
        each for each in at.build.jobs if each.failed and not each.soft_failed and each.retried_in is None
    ]


@case
def a_file():
    with world() as at:
        at.fetch(at.job_url, '-o', 'x.log').expect(0)
        assert (at.folder / 'x.log').read_bytes() == at.job.log
        (at.folder / 'x.log').write_text('old')
        at.fresh(at.job_url, '-o', 'x.log').expect(0)
        assert (at.folder / 'x.log').read_bytes() == at.job.log
        assert at.fetch(at.job_url, '-o', '-').expect(0).bytes == at.job.log
        assert at.left() == [at.folder / 'x.log']
        several = at.fetch(at.build.url, '-o', '-')
        assert several.status == 1 and 'choose one with --job' in several.errors, several.errors
        assert several.text == '' and not (at.folder / '-').exists(), several.text
        at.fetch(at.job_url, '-o', 'no/such/folder/x.log').expect(1)
        at.fetch(at.job_url, '-o', '').expect(1)


@case
def a_folder():
    with world() as at:
        result = at.fetch(at.build.url, '-o', 'new/logs/').expect(0)
        expected = {
            f'new/logs/ci_build_{at.build.number}_{each.step.slug}_{each.id[:8]}.log': each
            for each in failed_jobs(at)
        }
        assert set(result.text.splitlines()) == set(expected), result.text
        for name, job in expected.items():
            assert (at.folder / name).read_bytes() == job.log
        assert len(at.left()) == len(expected)
        at.service.clear()
        assert at.fetch(at.build.url, '-o', 'new/logs').expect(0).text.splitlines()
        assert at.service.count('storage') == 0
        result = at.fetch(at.job_url, '-o', 'new/').expect(0)
        assert result.text.startswith('new/ci_build_') and (at.folder / result.text.strip()).exists()
        # Several are never one file.
        at.fetch(at.build.url, '-o', 'several').expect(0)
        assert (at.folder / 'several').is_dir()
        (at.folder / 'taken').write_text('')
        at.fetch(at.build.url, '-o', 'taken').expect(1)


@case
def jobs_of_one_run_have_names_of_their_own():
    with world() as at:
        for number, job in enumerate(at.scenario.actions.run(9001).jobs):
            job.id, job.name, job.conclusion = 54321678900 + number, 'unit', 'failure'
        run = f'{at.service.urls["github"]}/quill/quill/actions/runs/9001'
        names = at.fetch(run, '-o', 'logs/', **GITHUB).expect(0).text.splitlines()
        assert names == [f'logs/quill_build_9001_unit_2167890{each}.log' for each in range(3)], names


HOSTILE = [
    '../../../../etc/passwd',
    '/etc/passwd',
    '\x1b[2J\x1b]0;owned\x07red',
    'a\tb\nc',
    '.hidden',
    '-rf',
    '$(touch owned) `touch owned`; rm -rf *',
    '\u202egol.exe',
    'ä' * 500,
    '',
    '..',
    'x' * 5000,
    '\u0000',
]


@case
def names_of_jobs_do_no_harm():
    with world() as at:
        jobs = at.build.jobs[: len(HOSTILE)]
        names = dict(zip((each.id for each in jobs), HOSTILE))

        def rename(request, answer):
            value = json.loads(answer.body)
            for record in value['records']:
                record['name'] = names.get(record['id'], record['name'])
                record.update(passed=False, soft_failed=False, state='finished', retried_in_job_uuid=None)
            answer.body = json.dumps(value).encode()
            return answer

        at.fail(rename, path='/data/jobs')
        listed = at.fetch('--list', at.build.url).expect(0)
        lines = listed.text.splitlines()
        assert len(lines) == len(at.build.jobs) and all(each.count('\t') == 3 for each in lines)
        assert not any(each < ' ' and each not in '\t\n' for each in listed.text)
        refused = at.fetch(at.build.url)
        assert refused.status == 1 and '\x1b' not in refused.errors and '\x07' not in refused.errors
        found = at.fetch(at.build.url, '-o', 'logs').expect(0).text.splitlines()
        assert len(set(found)) == len(at.build.jobs) == len(at.left())
        for path in at.left():
            assert path.parent == at.folder / 'logs' and path.name.startswith('ci_build_'), path
            assert path.name.replace('_', '').replace('-', '').replace('.', '').isalnum(), path
            assert len(path.name) < 200
        for word in HOSTILE:
            if '\0' not in word:
                at.fresh(at.build.url, '--job', word)
        assert not (at.folder / 'owned').exists()


@case
def names_of_addresses_do_no_harm():
    with world() as at:

        def plain(request, answer):
            answer.body, answer.headers['Content-Type'] = at.job.log, 'text/plain'
            return answer

        at.fail(plain, service='elsewhere')
        host = '127.0.0.6'
        for path, name in (
            ('/a/x.log', 'x.log'),
            ('/a/', 'a'),
            ('', host),
            ('/%2e%2e%2f%2e%2e%2fetc%2fpasswd', host),
            ('/a%2fb', 'a_b'),
            ('/..', host),
            ('/.bashrc', host),
            ('/-rf', '_rf'),
            ('/%1b%5b2J', '_[2J'),
            ('/a%0ab', 'a_b'),
            ('/%E2%80%AEgol', '_gol'),
            ('/' + 'x' * 3000, 'x' * 160),
        ):
            at.fetch(at.other(path), '-o', 'logs/').expect(0)
            found = [each.relative_to(at.folder / 'logs') for each in at.left()]
            assert [str(each) for each in found] == [name], (path, found)
            (at.folder / 'logs' / name).unlink()


@case
def links_and_devices_are_not_replaced():
    with world() as at:
        (at.folder / 'victim').write_text('mine')
        (at.folder / '.x.log.part').symlink_to('victim')
        at.fetch(at.job_url, '-o', 'x.log').expect(1)
        assert (at.folder / 'victim').read_text() == 'mine'
        (at.folder / '.x.log.part').unlink()
        (at.folder / 'link').symlink_to('victim')
        at.fetch(at.job_url, '-o', 'link').expect(0)
        assert (at.folder / 'link').is_symlink() and (at.folder / 'victim').read_bytes() == at.job.log
        os.mkfifo(at.folder / 'pipe')
        with subprocess.Popen([PROGRAM, 'fetch', at.job_url, '-o', 'pipe'], env=at.environment(), cwd=at.folder) as process:
            assert (at.folder / 'pipe').read_bytes() == at.job.log
        assert process.returncode == 0 and (at.folder / 'pipe').is_fifo()
        at.fetch(at.job_url, '-o', '/dev/null').expect(0)
        assert not os.path.isfile('/dev/null') and not os.path.exists('/dev/.null.part')
        if os.path.exists('/dev/full'):
            at.fetch(at.job_url, '-o', '/dev/full').expect(1)


@case
def what_a_killed_run_left_is_no_hindrance():
    with world() as at:
        part = at.folder / '.x.log.part'
        part.write_text('half' * 100000)
        with part.open() as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            result = at.fetch(at.job_url, '-o', 'x.log').expect(1)
            assert 'another run' in result.errors
        at.fetch(at.job_url, '-o', 'x.log').expect(0)
        assert (at.folder / 'x.log').read_bytes() == at.job.log and not part.exists()


@case
def no_room_is_told():
    """For the file; for the cache it is not worth a word."""
    with world(noise=3000) as at:
        limited = ['sh', '-c', 'ulimit -f 20; trap "" XFSZ; exec "$@"', 'sh', PROGRAM]
        done = subprocess.run([*limited, 'fetch', at.job_url, '-o', 'x.log'], env=at.environment(), cwd=at.folder,
                              capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 1 and 'x.log: nothing was written' in done.stderr, done.stderr
        assert done.stderr.count('\n') == 1 and not at.left(), at.left()
        done = subprocess.run([*limited, 'fetch', at.job_url], env=at.environment(), cwd=at.folder,
                              capture_output=True, timeout=60, check=False)
        assert done.returncode == 0 and done.stdout == at.job.log and not done.stderr and not at.left()
        assert not list((at.cache / 'culprit' / 'logs').iterdir())


@case
def a_cache_that_cannot_be_written_is_no_hindrance():
    with world() as at:
        (at.folder / 'file').write_text('')
        for cache in (at.folder / 'file', '/proc/self', '/dev/null', at.folder / 'file' / 'x'):
            result = at.fetch(at.job_url, XDG_CACHE_HOME=str(cache))
            assert result.expect(0).bytes == at.job.log
        for name in ('logs', 'answers'):
            folder = at.cache / f'taken-{name}' / 'culprit'
            folder.mkdir(parents=True)
            (folder / name).write_text('a file')
            assert at.fetch(at.job_url, XDG_CACHE_HOME=str(folder.parent)).expect(0).bytes == at.job.log
        if os.geteuid() == 0:
            raise Skip('root may write anywhere')
        at.cache.mkdir(exist_ok=True)
        at.cache.chmod(0o500)
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log
        at.cache.chmod(0o700)


@case
def a_cache_that_leads_elsewhere_harms_nothing_there():
    with world() as at:
        other = at.cache_of('other')
        (other / 'letter.txt').write_text('dear maya')
        for name in ('logs', 'answers'):
            (at.cache_of('linked/culprit') / name).symlink_to(other)
        for _ in range(2):
            linked = at.fetch(at.job_url, XDG_CACHE_HOME=str(at.cache / 'linked'))
            assert linked.expect(0).bytes == at.job.log
        assert (other / 'letter.txt').read_text() == 'dear maya'


@case
def what_is_kept_is_the_users_alone():
    with world() as at:
        at.fetch(at.job_url, **BUILDKITE).expect(0)
        kept = [each for each in at.cache.rglob('*') if each.is_file()]
        assert kept
        for path in kept:
            assert path.stat().st_mode & 0o777 == 0o600, oct(path.stat().st_mode)
            assert path.parent.stat().st_mode & 0o777 == 0o700


@case
def what_was_kept_and_broke_is_asked_for_again():
    with world() as at:
        for damage in (b'', b'\0' * 100, b'x', None):
            at.fetch('--list', at.build.url).expect(0)
            for path in (at.cache / 'culprit' / 'answers').iterdir():
                content = path.read_bytes()
                path.write_bytes(content[: len(content) // 2] if damage is None else damage)
            assert 'Binding Tests' in at.fetch('--list', at.build.url).expect(0).text


@case
def a_log_that_was_kept_and_is_empty_is_asked_for_again():
    with world() as at:
        at.fetch(at.job_url).expect(0)
        (path,) = (at.cache / 'culprit' / 'logs').iterdir()
        path.write_bytes(b'')
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log
        assert path.read_bytes() == at.job.log


@case
def a_log_that_is_not_read_to_its_end_is_not_kept():
    with world(noise=50000) as at:
        with subprocess.Popen([PROGRAM, 'fetch', at.job_url], env=at.environment(), stdout=subprocess.PIPE) as process:
            process.stdout.read(1000)
            process.stdout.close()
            assert process.wait(30) == 0
        assert not [each for each in (at.cache / 'culprit' / 'logs').iterdir() if '.part' not in each.name]
        assert at.fetch(at.job_url).expect(0).bytes == at.job.log


if __name__ == '__main__':
    sys.exit(tap.main())
