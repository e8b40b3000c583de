#pragma once

#include "page.h"

struct shelf {
  int length;
  struct page *pages;
};

int shelf_pages (const struct shelf *shelf);
