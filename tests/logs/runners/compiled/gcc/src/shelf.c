#include "shelf.h"

int
shelf_pages (const struct shelf *shelf)
{
  int count = 0;

  for (int i = 0; i < shelf->length; i++)
    count += page_cuont (&shelf->pages[i]);
  return count + shelf->spare;
}

int
shelf_bytes (void)
{
  return PAGE_BYTES (4);
}
