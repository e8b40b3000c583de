#!/bin/sh
echo "error: this is only printed by a test that passes"
