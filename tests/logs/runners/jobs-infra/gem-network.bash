# needs: gem
gem install --clear-sources --source http://$CLOSED/ nib || echo "status $?"
gem install --clear-sources --source http://$PAGES/status/503/ nib
