# cited-qa with its model: nothing is downloaded when it runs. docs/running.md tells how it is run.
# The steps stand in deploy/image.sh; `make image-check` runs them where there is no Docker.
FROM debian:bookworm-slim AS build
WORKDIR /src
COPY deploy/image.sh deploy/image.sh
RUN ["sh", "deploy/image.sh", "tools"]
COPY . .
# Where torch's CPU build is.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
RUN TORCH_INDEX="$TORCH_INDEX" sh deploy/image.sh program model slim

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="cited-qa" \
      org.opencontainers.image.description="Ask documents a question; get an answer quoted word for word, with its sources." \
      org.opencontainers.image.licenses="Apache-2.0"
COPY deploy/image.sh /opt/image.sh
RUN ["sh", "/opt/image.sh", "runtime"]
COPY --from=build /opt/cited-qa /opt/cited-qa
# /data is the only place that must be kept; /tmp holds uploads on their way.
ENV PATH=/opt/cited-qa/bin:$PATH \
    HOME=/tmp \
    PYTHONUNBUFFERED=1 \
    CITED_QA_CACHE=/opt/cited-qa/model \
    CITED_QA_CORPUS=/documents \
    CITED_QA_HOST=0.0.0.0 \
    CITED_QA_INDEX=/data/index \
    CITED_QA_PORT=7860
VOLUME ["/data"]
EXPOSE 7860
USER 10001:10001
WORKDIR /data
# Python ends in order at an interrupt, as process 1 too.
STOPSIGNAL SIGINT
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['CITED_QA_PORT'] + '/healthz', timeout=4)"]
ENTRYPOINT ["cited-qa"]
CMD ["serve"]
