const tide = (hours) => hours * 20;
