# needs: /usr/local/cuda/bin/nvcc
cat > pages.cu <<'END'
#include <cstdio>
int
main ()
{
  int *pages;
  cudaError_t error = cudaMalloc (&pages, 4096);

  if (error != cudaSuccess)
    fprintf (stderr, "cudaMalloc failed: %s\n", cudaGetErrorString (error));

  return error != cudaSuccess;
}
END
/usr/local/cuda/bin/nvcc pages.cu -o pages && ./pages
