# needs: npm
export npm_config_update_notifier=false npm_config_fetch_retries=0 npm_config_cache=/builds/tmp/npm
printf '{ "name": "quill", "version": "1.0.0", "dependencies": { "nib": "1.0.0" } }\n' > package.json
npm install --no-audit --registry http://$CLOSED/ || echo "status $?"
npm install --no-audit --registry https://registry.quill.invalid/ || echo "status $?"
npm install --no-audit --registry http://$PAGES/status/503/ || echo "status $?"
npm install --no-audit --registry http://$PAGES/status/429/
