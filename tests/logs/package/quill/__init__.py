# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Quill, a made-up server of text: small, and with enough that goes wrong in it to test a reader of logs."""
