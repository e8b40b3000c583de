# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Buildkite's Test Engine: how often each test ran and failed.

Shapes: buildkite.com/docs/apis/rest-api/test-engine.
"""

from builds import make_uuid, seconds
from exchange import json_answer, paged, route

# Days. What other periods there are is not known; one that is not here is a week.
PERIODS = {
    '1hour': 1 / 24,
    '4hours': 1 / 6,
    '1day': 1,
    '2days': 2,
    '7days': 7,
    '14days': 14,
    '28days': 28,
}
METRICS_SINCE = '2026-08-01'
ORGANISATION = r'/v2/analytics/organizations/([\w-]+)'


class TestEngineRoutes:
    def _builds_since(self, branch, since):
        return [
            each
            for each in self.scenario.builds
            if branch in (None, each.branch) and each.created_at >= since
        ]

    def _start_of(self, request):
        """Of the time that is asked for, as a period or as a moment."""
        period = self.scenario.now - PERIODS.get(request.get('period'), 7) * 86400
        return seconds(request.get('min_timestamp'), period)

    def _executions(self, builds):
        """Of each test, its results in BUILDS, oldest first."""
        results = {}
        for build in builds:
            for job in build.jobs:
                if job.state in ('passed', 'failed'):
                    for test in job.step.tests:
                        results.setdefault(test, []).append(
                            'failed' if test in job.failing_tests else 'passed'
                        )
        return results

    def _show_test(self, suite, test, results, with_metrics):
        identifier = make_uuid('test', test.name)
        file, _, name = test.name.partition('::')
        path = f'organizations/{self.scenario.organisation}/%ssuites/{suite}/tests/{identifier}'
        shown = {
            'id': identifier,
            'url': f'{self.url}/v2/analytics/{path % ""}',
            'web_url': f'{self.scenario.buildkite_url}/{path % "analytics/"}',
            'scope': f'tests/{file}',
            'name': name,
            'location': f'tests/{file}:12',
            'file_name': f'tests/{file}',
            'labels': ['flaky'] if len(set(results)) > 1 else [],
        }
        if with_metrics:
            counts = {each: results.count(each) for each in sorted(set(results))}
            shown.update(
                reliability=counts.get('passed', 0) / len(results),
                duration_avg=1.2,
                duration_sum=1.2 * len(results),
                duration_min=1.0,
                duration_max=1.4,
                executions_count=len(results),
                executions_count_by_result=counts,
            )
        return shown

    @route('GET', ORGANISATION + r'/suites/([\w-]+)/tests')
    def tests(self, request, organisation, suite):
        """Numbers and these filters only for those who ask for the version that has them."""
        if not self.is_own(organisation) or suite != self.scenario.suite:
            return None
        with_metrics = request.headers.get('buildkite-version', '') >= METRICS_SINCE
        if request.get('period') and request.get('min_timestamp'):
            return json_answer({'message': 'period cannot be combined with min_timestamp'}, 400)
        builds = self._builds_since(request.get('branch'), self._start_of(request))
        return self._give_tests(request, suite, builds, with_metrics)

    @route('GET', ORGANISATION + r'/builds/([0-9a-f-]+)/tests')
    def tests_of_build(self, request, organisation, identifier):
        """By the build's UUID."""
        builds = [each for each in self.scenario.builds if each.id == identifier]
        if not self.is_own(organisation) or not builds:
            return None
        return self._give_tests(request, self.scenario.suite, builds, True)

    def _give_tests(self, request, suite, builds, with_metrics):
        found = list(self._executions(builds).items())
        if with_metrics:
            found.sort(
                key=lambda each: each[1].count('passed') / len(each[1]),
                reverse=request.get('order', 'asc').lower() == 'desc',
            )
            if 'result:^failed' in request.get_all('tags'):
                found = [each for each in found if set(each[1]) == {'failed'}]
            if 'result:~failed' in request.get_all('tags'):
                found = [each for each in found if 'failed' in each[1]]
            if request.get('labels') == 'flaky':
                found = [each for each in found if len(set(each[1])) > 1]
        return paged(self, request, found, lambda each: self._show_test(suite, *each, with_metrics))

    @route('GET', ORGANISATION + r'/suites')
    def suites(self, request, organisation):
        if not self.is_own(organisation):
            return None
        suite = self.scenario.suite
        shown = {
            'id': make_uuid('suite', suite),
            'slug': suite,
            'name': suite,
            'default_branch': self.scenario.branch,
            'url': f'{self.url}{request.path}/{suite}',
        }
        return json_answer([shown])
