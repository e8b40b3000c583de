# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where the services keep logs, and redirect to. No cookie or token may come here."""

import hashlib
import io
import zipfile

from exchange import TEXT, Answer, Part, html_answer, ranged, route


class Storage(Part):
    name = 'storage'

    def link_to(self, path):
        """The signed address that a service redirects to."""
        return f'{self.url}/{path}?signature={hashlib.sha1(path.encode()).hexdigest()[:16]}'

    def answer(self, request):
        """As S3 refuses a request that is signed twice; a cookie is refused as well."""
        if 'authorization' in request.headers or 'cookie' in request.headers:
            return self._refuse(400, 'InvalidArgument')
        if request.get('signature') != hashlib.sha1(request.path[1:].encode()).hexdigest()[:16]:
            return self._refuse(403, 'AccessDenied')
        return super().answer(request)

    def _refuse(self, status, code):
        body = f'<Error><Code>{code}</Code></Error>'.encode()
        return Answer(status, {'Content-Type': 'application/xml'}, body)

    def give(self, request, data, content_type):
        headers = {'Content-Type': content_type, 'ETag': f'"{hashlib.md5(data).hexdigest()}"'}
        return ranged(request, data, headers)

    @route('GET', r'/buildkite/([0-9a-f-]+)\.log')
    def buildkite_log(self, request, identifier):
        return self.give(request, self.scenario.job(identifier).log, TEXT)

    @route('GET', r'/actions/job/(\d+)\.txt')
    def actions_log(self, request, identifier):
        return self.give(request, self.scenario.actions.job(int(identifier)).log, TEXT)

    @route('GET', r'/actions/run/(\d+)\.zip')
    def actions_archive(self, request, identifier):
        data = io.BytesIO()
        with zipfile.ZipFile(data, 'w', zipfile.ZIP_DEFLATED) as archive:
            for index, job in enumerate(self.scenario.actions.run(int(identifier)).jobs):
                archive.writestr(
                    zipfile.ZipInfo(f'{index}_{job.name}.txt', (2026, 1, 1, 0, 0, 0)), job.log
                )
        return self.give(request, data.getvalue(), 'application/zip')


class Elsewhere(Part):
    """A host of somebody else's. It has a page for everything."""

    name = 'elsewhere'

    def answer(self, request):
        return html_answer('Elsewhere', 'Nothing to see.')
