# needs: node
ulimit -c 0
node --max-old-space-size=20 -e 'const pages = []; for (;;) pages.push(new Array(1000).fill({}).map(x => ({x})))' 2>&1 | sed -E 's/0x[0-9a-f]{6,}/0x7f2a4c0/g'
exit ${PIPESTATUS[0]}
