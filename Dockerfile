# Contract Registry as a command: reads contracts from a mounted folder, needs no network, keeps nothing; or as the service.
#
#   docker build --tag contract-registry .
#   docker run --rm --network none --volume "$PWD:/data:ro" contract-registry scan contract.pdf
#   docker run --publish 127.0.0.1:8000:8000 --volume registry:/var/lib/registry contract-registry serve --host 0.0.0.0

FROM debian:trixie-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN apt-get update \
    && apt-get install --yes --no-install-recommends python3 python3-venv \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY requirements.lock requirements-dev.lock ./
RUN python3 -m venv /build/workshop \
    && /build/workshop/bin/python -m pip install --require-hashes --only-binary :all: --requirement requirements-dev.lock
RUN python3 -m venv --without-pip /opt/contract-registry \
    && /build/workshop/bin/python -m pip --python /opt/contract-registry/bin/python install \
        --require-hashes --only-binary :all: --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY clause_rules clause_rules
COPY migrations migrations
COPY src src
RUN /build/workshop/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir dist . \
    && /build/workshop/bin/python -m pip --python /opt/contract-registry/bin/python install --no-deps --no-index dist/*.whl

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        python3 tesseract-ocr tesseract-ocr-deu tesseract-ocr-fra tesseract-ocr-spa \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin registry \
    && install -d -o registry -m 700 /var/lib/registry
COPY --from=build /opt/contract-registry /opt/contract-registry
ENV PATH=/opt/contract-registry/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin PYTHONDONTWRITEBYTECODE=1 \
    CONTRACT_REGISTRY_DATA=/var/lib/registry/data
VOLUME /var/lib/registry
USER registry
WORKDIR /data
ENTRYPOINT ["contract-registry"]
CMD ["--help"]
