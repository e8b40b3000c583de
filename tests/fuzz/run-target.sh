#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# run-target.sh TARGET SEEDS [DICTIONARY]: fuzzes for CULPRIT_FUZZ_SECONDS. What is found on the way is
# kept in a folder beside the target, so that the next time goes on from there.

set -eu

# Where memory came from is only told as far as frame pointers go: many times as fast.
export ASAN_OPTIONS=fast_unwind_on_malloc=1

found=found-$(basename "$1")
mkdir -p "$found"
# libFuzzer's own status for what it found, 77, would count as a skipped test.
exec "$1" -max_total_time="${CULPRIT_FUZZ_SECONDS:-60}" -timeout=25 -rss_limit_mb=2048 \
  -error_exitcode=1 -print_final_stats=1 ${3:+-dict="$3"} "$found" "$2"
