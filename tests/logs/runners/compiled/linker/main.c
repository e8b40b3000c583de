int page_count (void);
int page_close (void);

int pages = 3;

int
main (void)
{
  return page_count () + page_close ();
}
