#!/bin/sh
echo "page 7: expected 8 lines, got 7"
exit 1
