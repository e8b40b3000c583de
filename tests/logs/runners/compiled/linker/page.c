int pages = 4;

int
page_count (void)
{
  return pages;
}
