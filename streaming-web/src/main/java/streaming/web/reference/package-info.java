/** The contract of the REST API as its readers see it: made from {@code META-INF/openapi.yaml}, so that it says the same. */
package streaming.web.reference;
