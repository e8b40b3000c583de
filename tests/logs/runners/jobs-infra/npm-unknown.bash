# needs: npm
export npm_config_update_notifier=false npm_config_cache=/builds/tmp/npm
printf '{ "name": "quill", "version": "1.0.0", "dependencies": { "nib": "1.0.0" } }\n' > package.json
npm install --no-audit --registry http://$PAGES/status/404/
