#pragma once

#define PAGE_BYTES(lines) ((lines) * sizeof (struct line))

struct page {
  int lines;
  const char *text;
};

int page_count (const struct page *page);
