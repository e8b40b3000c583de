/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rerun.h"

/* The failure rules: one file a runner in data/rules, more of the user's under
 * $XDG_CONFIG_HOME/culprit/rules. Compiled once; any number of finders may use them at the
 * same time, from any thread.
 *
 *     name: pytest            as failures say who found them
 *     heading:                how the heading of a test's report shortens its name:
 *       after: '::'             what stands after the first of these …
 *       join: '.'               … and this instead of each further one
 *     exception: REGEX        the class of an exception at the start of a message
 *     counts: REGEX           group "count" is a number of failures in a line that counts them
 *     ran: REGEX              group "ran" is a number of tests in the lines that say how a run ended
 *     outcomes:               words of progress lines: "failed", "passed", "retried" and "other"
 *       failed: [FAILED]
 *     statuses:               exit statuses that are of another kind than "exit"
 *       crash: [139]
 *     prefix: REGEX           what stands before each line of a process; group "process"
 *     noise: REGEX            what is cut from messages
 *     echoes: [REGEX]         messages that only say that something went wrong elsewhere
 *     vague: [REGEX]          messages that may say no more than that
 *     empty: [REGEX]          exceptions that never say what went wrong
 *     mild: [REGEX]           a line with an exception, or right above its traceback, after which its
 *                             process goes on
 *     lookups: REGEX          classes of exceptions that only ask for something, where another is
 *                             raised while they are handled
 *     points: REGEX           messages that only tell the place of source, shown below down to a caret: what is
 *                             wrong stands below that
 *     lasting: [REGEX]        messages that the next tests may fail with as well, since something that they
 *                             share with the first one is gone
 *     rerun:                  how its tests are run again, see rerun.h
 *     lanes:                  what stands before each line where outputs are shown side by side, see lane-prefixes.h:
 *       - starts: ['##']        looked for in lines that start so, a # at the end being any digit; without, from a line
 *                               on that "is: lanes" fits
 *         matches: REGEX        the prefix; group "lane" tells the outputs apart
 *         announced: true       only outputs count that such a line tells of (group lane), …
 *         announces: true       … or a line with this prefix
 *     general: true           of no tool: of two files that know a line as a word or an echo the other one goes first
 *     lines:                  what lines mean
 *       - is: item              one of those below
 *         in: [summary]         the chapters that it counts in; without, anywhere
 *         starts: ['FAILED ']   how it starts, or
 *         ends: [' FAILED']     how it ends, or
 *         has: [' ERROR ']      what stands in it, or
 *         first-word: ['.py:#'] what its first word has, a # at the end being any digit: one of
 *                               these, so that most lines cost nothing
 *         matches: REGEX        how it looks; without, the words are enough
 *         kind: failed          of an item, a failure, a crash, a detail that knows better, and of
 *                               an exit and "failed" where the CI's own words tell it
 *         chapter: summary      of a chapter
 *         fatal: true           of a trace, its first frame and an exception: its process ends with it
 *         handled: true         of a chain: the last exception was handled when the next was raised
 *
 *         command: starts       the output of a command follows; "starts-ignored": one whose failure counts for
 *                               nothing; "was-ignored": so did that of the one above. See ignored-commands.h.
 *         count: above          the line is a summary, and what it counts was named since the last
 *                               one; "below": is named from here on. See claims.h.
 *
 * The first of a file's rules that fits counts for this file. A failure may have besides:
 *
 *         weight: report        what it says, see below
 *         above: REGEX          the lines right above belong to it while they match
 *         lines-above: 31       at most so many of them
 *         unless: REGEX         a line of its part that matches says that it is no failure, nor is what the
 *                               same rule found right above
 *         below: REGEX          the lines right below do while they match, or
 *         until: REGEX          all below up to one that matches, or
 *         through: REGEX        those up to and with it; without any of the three none below
 *         lines: 40             at most so many below
 *         since: begin          what its test printed since it began belongs to it; without a name
 *                               of its own it is of the test that began last. "running": the same, and
 *                               the rule counts only while a test runs
 *         suite: above          the group suite is that of all tests above, up to the last such line
 *         recap: true           says again what is known: a test that passed since is still flaky
 *         may-end-unseen: true  of a begin: that no line tells of its end does not mean that the test runs
 *         alone: true           counts where no failure of its suite is known, see suite-ends.h
 *         json: true            the groups are parts of strings in JSON
 *         names: REGEX          group test in the lines right below goes on with the test's name,
 *                               with the heading's "join" or a blank between
 *         details: [REGEX]      groups test, message and exception, looked for in these lines
 *                               where the failure's own line does not tell; or a mapping with
 *           matches: REGEX        the same
 *           kind: timeout         it is this kind of failure
 *           then: REGEX           the groups are in the next line that is not empty
 *           adds: ', '            what it tells goes behind the message that is known
 *           weak: true            its message counts until another detail has one
 *         shared: true          failures in lines next to each other share what stands below the last one
 *         each: true            summaries count each of its lines, though the test is the same
 *
 * All that names a test may have a group suite (a package) that tells it from others of the same name, or folder where
 * that is a path below where the tests run, and a group rest, which goes behind its group test with a blank between.
 * A detail whose group test is another one does not count.
 *
 * Weights: "report" (the runner's or compiler's own word on what failed: always shown), "error"
 * (a program's error message), "word" (may be one: counts where nothing better is known) and
 * "echo" (says only that something failed). Of two files that know a line with the same
 * weight the user's goes first. While a failure's part is open, what other files
 * know with the same weight or less belongs to it. The same test again is the same failure;
 * failures without a test in lines next to each other are one.
 *
 * Chapters: "none" (before and after the runner), "progress", "failures" and "errors" (a report
 * a test), "summary", "other".
 *
 * Lines of a test session: session (the runner starts), chapter, totals (the runner's own counts,
 * its end: message), start (a test starts: group test), outcome (a test ended: outcome, test; worker
 * where tests run side by side), file (the runner is at a file: test; root: all are below it; again: what failed before runs), report (heading of a test's report: test),
 * report-end (what it printed follows), detail (what was raised: message, and test where it knows
 * better than the heading), location (where: path, exception), item (a failure in the summary:
 * test, message), summary-end.
 * crash: the runner itself went down (kinds crash and timeout, that count in a session without
 * totals), or cannot go on (other kinds): message, and the test that ran where the line tells it.
 * A detail right below tells its message. crash-frame: says where it was: file, test. test-above
 * and test-below: a frame of the runner's own; the one next to it is that of the test that ran.
 * Causes: trace (a traceback starts), frame (of a traceback), chain (the next exception follows
 * from the last one), fatal (the process says that it ends), exception (one in a line of its own:
 * process, exception, message; "details" where the message stands right below; with "above" only where
 * one of the "lines-above" lines above matches).
 * Of no session: failure (one line names it: test, message, exception), begin (what a test prints
 * begins: test; or with above and names the last line of its heading, with names alone the first), passed (test;
 * where it failed before, it is flaky; without a test all of the line's suite did), stopped (test: does not
 * run, and neither passed nor failed), nothing (only looks like a
 * failure: no error and no word counts in this line), count (a summary, and nothing else: "above" where
 * "count" is not given), place (the tests below are somewhere else: place, and unit where that tells
 * places of one name apart; the pattern of any rule may have these groups).
 * again and runs are groups of a runner that tries again what failed: which try a failure is of, and, in any rule, how many
 * there were with the first; what did not fail in the last one passed.
 * lanes (the file's lanes may follow: lane; whatever else the line is counts as well).
 * Of the CI: step (a command starts), inner (a tool shows its own command right below, which is no
 * step), exit (a step ended: message, status; it failed unless the
 * status is 0), fault (as exit, where the CI cleans up or ends right below: message), retry (the step failed, and is tried again), clean-up (the CI's own work after a step), success (the job passed), failed (the
 * job failed: message, status; where no step's end is known), finished (the log is whole: where
 * nothing said that it failed, the job passed), ending (belongs to the CI's last word).
 */
typedef struct Rules Rules;

/* Loads them all. A rule of the user's that is broken is left out, a file where it is not even
 * YAML, and a message that names file and line is added to WARNINGS (element-type utf8; may be
 * NULL). */
Rules *rules_load  (GPtrArray *warnings);
void   rules_free  (Rules *rules);

/* How the tests of RUNNER are run again, or NULL. Borrowed. */
const Rerun *rules_get_rerun (Rules      *rules,
                              const char *runner);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rules, rules_free)
