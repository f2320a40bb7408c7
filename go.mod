module github.com/reportlint/reportlint

go 1.26.0
