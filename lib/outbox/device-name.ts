/** The database that everything on the device is kept in. */
export const DEVICE_NAME = "lento";
