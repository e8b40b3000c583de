# needs: /root/.pyenv/shims/aws
export PYENV_ROOT=/root/.pyenv AWS_DEFAULT_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true AWS_MAX_ATTEMPTS=1
aws=/root/.pyenv/shims/aws
$aws s3 ls s3://quill --endpoint-url http://$CLOSED || echo "status $?"
echo 'Uploading the pages'
export AWS_ACCESS_KEY_ID=quill AWS_SECRET_ACCESS_KEY=quill
$aws s3 ls s3://quill --endpoint-url http://$CLOSED || echo "status $?"
$aws s3 ls s3://quill --endpoint-url http://$PAGES/status/503
