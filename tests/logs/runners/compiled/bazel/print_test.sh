#!/bin/sh
echo "printing"
sleep 9
