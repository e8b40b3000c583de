#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# run-target.sh TARGET SEEDS DICTIONARY [SEED…]: fuzzes for CULPRIT_FUZZ_SECONDS. DICTIONARY may be empty.
# What is found on the way is kept in a folder beside the target, so that the next time goes on from there.

set -eu

# Where memory came from is only told as far as frame pointers go: many times as fast.
export ASAN_OPTIONS=fast_unwind_on_malloc=1

target=$1
seeds=$2
dictionary=$3
shift 3
found=found-$(basename "$target")
mkdir -p "$found"
more=$(IFS=,; echo "$*")
# libFuzzer's own status for what it found, 77, would count as a skipped test.
exec "$target" -max_total_time="${CULPRIT_FUZZ_SECONDS:-25}" -timeout=25 -rss_limit_mb=2048 \
  -error_exitcode=1 -print_final_stats=1 ${dictionary:+-dict="$dictionary"} \
  ${more:+-seed_inputs="$more"} "$found" "$seeds"
