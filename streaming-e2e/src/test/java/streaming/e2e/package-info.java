/**
 * The whole product, run and used as people use it. Tests speak to drivers alone: the platform, encoders, viewers, chat
 * clients, the API, the admin's pages.
 */
package streaming.e2e;
