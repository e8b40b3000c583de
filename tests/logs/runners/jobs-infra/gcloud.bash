# needs: gcloud
export CLOUDSDK_CONFIG=/builds/home/gcloud CLOUDSDK_CORE_DISABLE_PROMPTS=1
gcloud storage ls gs://quill
