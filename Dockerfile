# docker build -t reportlint . && docker run --rm -v "$PWD:/corpus" reportlint .
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /reportlint ./cmd/reportlint

# git is there for --new-from-… and --staged.
FROM alpine:3.22
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /reportlint /usr/local/bin/reportlint
WORKDIR /corpus
ENTRYPOINT ["reportlint"]
