/** What channels are filed under: categories, which admins make, and tags, which streamers make by using them. */
package streaming.catalog;
