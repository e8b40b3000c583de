__global__ void
ink (int *pages)
{
  asm ("mov.u3 %0, 7;" : "=r" (pages[0]));
}

int
main ()
{
  ink<<<1, 1>>> (nullptr);

  return 0;
}
