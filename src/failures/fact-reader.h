/* SPDX-FileCopyrightText: 2026 The Culprit authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fact-rules.h"
#include "job-facts.h"

/* Gathers what a log says of its job while its lines stream by. */
typedef struct FactReader FactReader;

/* RULES are borrowed. NAME is the log's. */
FactReader *fact_reader_new       (const FactRules *rules,
                                   const char      *name);
void        fact_reader_free      (FactReader      *reader);

void        fact_reader_push      (FactReader      *reader,
                                   const char      *text,
                                   gsize            length);

/* The same in two steps, where the rules' literals are looked for together with others: takes a line,
 * and tells that it has literal ID before byte END. The text is not needed after the last of them. */
void        fact_reader_start_line  (FactReader    *reader,
                                     const char    *text,
                                     gsize          length);
void        fact_reader_add_literal (FactReader    *reader,
                                     guint          id,
                                     gsize          end);

/* What is known so far (transfer full). CI is the one that wrote the log, or "": what its file
 * says is believed first. */
JobFacts   *fact_reader_dup_facts (FactReader      *reader,
                                   const char      *ci);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FactReader, fact_reader_free)
